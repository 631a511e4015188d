#include <sqlite3.h>

/// `SQLITE_CONFIG_MEMSTATUS` (a variadic call, which Swift does not import): without its count of memory no allocation takes the lock that all
/// connections share. SQLite refuses it once it is in use.
static inline int sqlite3_leave_memory_uncounted(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
