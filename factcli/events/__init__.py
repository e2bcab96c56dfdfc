"""Who did what to whom, where and when: happenings with their roles, class, type, status and time."""
