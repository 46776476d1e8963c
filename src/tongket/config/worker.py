"""The worker inside the server process; larger offices run `tongket manage db_worker` beside it instead."""

import socket

from django_tasks_db.management.commands.db_worker import Worker

from tongket.core.jobs import HANDED_OVER, keep_recurring_jobs_queued, take_up_lost_jobs

SECONDS_BETWEEN_LOOKS = 1.0


def work_for_ever() -> None:
    """Queues the recurring jobs and carries out whatever is due, until the process ends.

    A job that this process hands over is begun at once; what another one queued, or what falls due, within a second.
    """
    take_up_lost_jobs()
    keep_recurring_jobs_queued()
    worker = _worker()
    while True:
        # Cleared before the look: a job that is handed over during it wakes us for another.
        HANDED_OVER.clear()
        worker.run()
        HANDED_OVER.wait(SECONDS_BETWEEN_LOOKS)


def _worker() -> Worker:
    """A worker whose `run` ends when nothing is due any more."""
    return Worker(
        queue_names=["default"],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"inside-{socket.gethostname()}"[:32],
        excluded_queue_names=[],
    )
