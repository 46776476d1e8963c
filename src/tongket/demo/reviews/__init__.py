"""What the units of the sample conference reported of themselves; invented, in the words of such reports.

Planted on purpose, for the synthesis to find: Trường Xuân writes the value of its ideas in đồng where triệu đồng is
asked; “Chi hội rau sạch” is told by the farmers' union and by Tam Phú, “Ngôi nhà xanh” by the women's union and by
An Mỹ; seven units ask for a fund of the first year, in words of their own; three units have not reported.
"""
