"""The worker inside the server process; larger offices run `tongket manage db_worker` beside it instead."""

import socket

from django_tasks_db.management.commands.db_worker import Worker

from tongket.core.jobs import keep_recurring_jobs_queued, take_up_lost_jobs

SECONDS_BETWEEN_LOOKS = 1.0


def work_for_ever() -> None:
    """Queues the recurring jobs and carries out whatever is due, until the process ends."""
    take_up_lost_jobs()
    keep_recurring_jobs_queued()
    Worker(
        queue_names=["default"],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"inside-{socket.gethostname()}"[:32],
        excluded_queue_names=[],
    ).run()
