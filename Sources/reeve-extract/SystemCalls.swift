import CSandbox
import Glibc

/// The system calls that reading needs; every other one is refused. None opens a socket, traces, mounts or signals others.
enum SystemCalls {
    /// - Returns: whether the filter is in force.
    static func restrict() -> Bool {
        guard let filter = seccomp_init(refused(EPERM)) else { return false }
        defer { seccomp_release(filter) }
        for name in allowed.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let number = seccomp_syscall_resolve_name(String(name))
            // Not every processor has every call.
            if number >= 0 { seccomp_rule_add_array(filter, allow, number, 0, nil) }
        }
        // Threads and programs, but no namespaces: CLONE_NEW* may not be set.
        add(filter, "clone", argument: 0, mask: 0x7E02_0000, equals: 0)
        // The C library falls back to clone, whose flags can be looked at.
        seccomp_rule_add_array(filter, refused(ENOSYS), seccomp_syscall_resolve_name("clone3"), 0, nil)
        add(filter, "tgkill", argument: 0, mask: .max, equals: UInt64(getpid()))
        // Limits of its own, not of others.
        add(filter, "prlimit64", argument: 0, mask: .max, equals: 0)
        return seccomp_load(filter) == 0
    }

    // SCMP_ACT_ALLOW and SCMP_ACT_ERRNO(x), which are macros.
    private static let allow: UInt32 = 0x7FFF_0000
    private static func refused(_ code: Int32) -> UInt32 { 0x0005_0000 | UInt32(code) }

    private static func add(
        _ filter: scmp_filter_ctx, _ name: String, argument: UInt32, mask: UInt64, equals value: UInt64
    ) {
        var comparison = scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
        seccomp_rule_add_array(filter, allow, seccomp_syscall_resolve_name(name), 1, &comparison)
    }

    private static let allowed = """
        read write readv writev pread64 pwrite64 open openat openat2 close close_range lseek fstat stat lstat newfstatat statx
        access faccessat faccessat2 readlink readlinkat getcwd getdents64 unlink unlinkat rename renameat renameat2 mkdir mkdirat
        rmdir ftruncate fallocate fsync fdatasync fadvise64 fcntl flock dup dup2 dup3 pipe pipe2 poll ppoll select pselect6
        mmap munmap mremap mprotect madvise msync mincore brk memfd_create membarrier
        futex futex_waitv set_robust_list get_robust_list rseq set_tid_address sched_yield sched_getaffinity
        clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage sysinfo uname
        getpid getppid gettid getuid geteuid getgid getegid getgroups getpgrp getpgid getrandom umask
        arch_prctl prctl getrlimit setrlimit getpriority
        rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend sigaltstack restart_syscall
        execve exit exit_group wait4 waitid vfork fork epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd2
        """
}
