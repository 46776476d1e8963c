"""Guests of the sample conference beside its units, as the office typed them; the names are invented."""

GUESTS = """Ông Lê Văn Thành; Phó Chủ tịch; Ủy ban MTTQ Việt Nam tỉnh Quảng Nam; thanh.le@quangnam.vidu.vn
Bà Phạm Thị Ngọc; Trưởng Ban Phong trào; Ủy ban MTTQ Việt Nam tỉnh Quảng Nam; ngoc.pham@quangnam.vidu.vn
Ông Trần Nam Hải; Bí thư; Thành ủy Tam Kỳ; hai.tran@tamky.vidu.vn
Bà Nguyễn Thị Minh Tâm; Phó Bí thư Thường trực; Thành ủy Tam Kỳ; tam.nguyen@tamky.vidu.vn
Ông Bùi Ngọc Ảnh; Chủ tịch; UBND thành phố; anh.bui@tamky.vidu.vn
Bà Đỗ Thị Kim Oanh; Phó Chủ tịch; HĐND thành phố; oanh.do@tamky.vidu.vn
Ông Hồ Quang Bửu; Trưởng Ban Dân vận; Thành ủy Tam Kỳ; buu.ho@tamky.vidu.vn
Bà Võ Thị Lan; Trưởng Ban Tuyên giáo; Thành ủy Tam Kỳ; lan.vo@tamky.vidu.vn
Ông Nguyễn Hồng Quang; Trưởng phòng; Phòng Nội vụ; quang.nguyen@tamky.vidu.vn
Bà Trương Thị Thu Hà; Trưởng phòng; Phòng Văn hóa và Thông tin; ha.truong@tamky.vidu.vn
Ông Phan Văn Bình; Giám đốc; Trung tâm VH-TT-TT thành phố; binh.phan@tamky.vidu.vn
Bà Lê Thị Xuân; Chủ nhiệm; Tổ hợp tác trồng nấm Tam Ngọc; xuan.le@vidu.vn
Ông Đinh Công Tráng; Giám đốc; Hợp tác xã nông nghiệp Tam Phú; trang.dinh@vidu.vn
Bà Hoàng Thị Yến; Chủ cơ sở; Cơ sở nước mắm Tam Thanh; yen.hoang@vidu.vn
Ông Cao Thanh Hải; Chủ cơ sở; Làng nghề mây tre đan Tam Thăng; hai.cao@vidu.vn
Bà Ngô Thị Phượng; Tổ trưởng; Tổ liên kết phụ nữ phường An Xuân; phuong.ngo@vidu.vn
Ông Mai Xuân Thưởng; Trưởng Ban Công tác Mặt trận; Khối phố Mỹ Thạch; thuong.mai@vidu.vn
Bà Tạ Thị Hồng; Trưởng Ban Công tác Mặt trận; Thôn Thạch Tân; hong.ta@vidu.vn
Ông Lý Văn Sáu; Người có uy tín; phường Trường Xuân
Bà Đặng Thị Thanh; Phóng viên; Báo Quảng Nam; thanh.dang@vidu.vn
"""
