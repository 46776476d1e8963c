"""What leaves and arrives by mail: an outbox reviewed before sending, deliveries, reminders, intake from a real mailbox.

Nouns: Message, Delivery, Reminder, Incoming. May use core, reading, accounts, units, plans, conferences, documents.
"""
