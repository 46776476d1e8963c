"""What leaves and arrives by mail: an outbox looked at before sending, deliveries, reminders, intake.

Nouns: Message, Delivery, Reminder, Incoming. May use core, reading, accounts, units, plans, conferences, documents.
Other rooms put messages in by `actions.outbox.put_in_outbox` and let them go by `actions.messages.queue_messages`.
"""
