#include <spawn.h>

// GNU functions of the C library that Swift's module of it does not show.

extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
