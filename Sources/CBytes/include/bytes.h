#ifndef REEVE_BYTES_H
#define REEVE_BYTES_H

// Sixty-four bytes of a text as sixty-four bits. Clang's vectors, so that each processor gets its own instructions: Swift's have no way
// from a comparison to a machine word. Bytes before the beginning and behind the end of a text are zero.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes_lump __attribute__((ext_vector_type(64)));
typedef bool bytes_marks __attribute__((ext_vector_type(64)));

/// The bit of each byte for which a comparison of lumps holds, the first byte's lowest. The empty assembly keeps the compiler from
/// working on the bits one by one as soon as two such words are joined.
#define BYTES_BITS(comparison) \
    ({ \
        bytes_marks marks = __builtin_convertvector((comparison), bytes_marks); \
        uint64_t bits; \
        memcpy(&bits, &marks, sizeof bits); \
        __asm__("" : "+r"(bits)); \
        bits; \
    })

static inline __attribute__((always_inline)) void bytes_read(const uint8_t *text, long count, long at, bytes_lump *lump) {
    if (at >= 0 && at + 64 <= count) {
        memcpy(lump, text + at, sizeof *lump);
        return;
    }
    uint8_t edge[64] = {0};
    long first = at < 0 ? 0 : at;
    long last = at + 64 < count ? at + 64 : count;
    if (first < last) memcpy(edge + (first - at), text + first, (size_t)(last - first));
    memcpy(lump, edge, sizeof *lump);
}

/// The 64 bytes from a place on. No function returns them: how that is done depends on the processor's vectors.
#define BYTES_LOAD(text, count, at) \
    ({ \
        bytes_lump loaded; \
        bytes_read((text), (count), (at), &loaded); \
        loaded; \
    })

/// Which of the 64 bytes from a place on are a byte.
static inline uint64_t bytes_equal(const uint8_t *text, long count, long at, uint8_t wanted) {
    return BYTES_BITS(BYTES_LOAD(text, count, at) == wanted);
}

/// Which of the 64 bytes from a place on are digits.
static inline uint64_t bytes_digits(const uint8_t *text, long count, long at) {
    return BYTES_BITS(BYTES_LOAD(text, count, at) - (uint8_t)'0' < (uint8_t)10);
}

/// At which of the 64 bytes from a place on a character of UTF-8 begins.
static inline uint64_t bytes_characters(const uint8_t *text, long count, long at) {
    return ~BYTES_BITS((BYTES_LOAD(text, count, at) & (uint8_t)0xC0) == (uint8_t)0x80);
}

/// What each of many bytes is, a bit each, in words of 64 bytes.
typedef struct {
    uint64_t digits;
    /// Letters and digits.
    uint64_t members;
    /// Before which something stands that may be a separator behind a capital letter.
    uint64_t fronts;
    /// What a separator between groups of digits may begin with.
    uint64_t separators;
} bytes_kinds;

/// Which of the 64 bytes from a place on are letters, digits or a part of a character beyond ASCII; which are the last.
static inline uint64_t bytes_letters(const uint8_t *text, long count, long at, uint64_t *wide) {
    bytes_lump bytes = BYTES_LOAD(text, count, at);
    *wide = BYTES_BITS(bytes >= (uint8_t)0x80);
    return *wide | BYTES_BITS(bytes - (uint8_t)'0' < (uint8_t)10)
        | BYTES_BITS((bytes | (uint8_t)0x20) - (uint8_t)'a' < (uint8_t)26);
}

/// Lumps without a digit, and beside none with one, are left empty.
void bytes_words(const uint8_t *text, long count, long at, long lumps, bytes_kinds *kinds);

/// How many bytes of a part are digits, about: of every 256 the first 64 are counted, four times.
long bytes_digits_sampled(const uint8_t *text, long count, long from, long to);

typedef enum {
    /// Capital letters and digits.
    BYTES_CAPITALS,
    /// Letters, digits, `+` and `/`.
    BYTES_BASE64,
} bytes_alphabet;

/// The first place from `from` on from which so many bytes of an alphabet stand, fewer than 64; `to` where none is before that.
long bytes_next_run(const uint8_t *text, long count, long from, long to, bytes_alphabet alphabet, long length);

/// The first place from `from` on at which exactly so many capital letters or digits stand, fewer than 62; `to` where none is before that.
long bytes_next_capitals(const uint8_t *text, long count, long from, long to, long length);

/// The next place at which a character can begin that a plain text has otherwise or not at all: a soft hyphen, one without width, one of
/// full width, a mark over the letter before it; `count` where there is none.
long bytes_next_unusual(const uint8_t *text, long count, long at);

/// The next such place, ampersand, percent sign or backslash; `count` where there is none.
long bytes_next_change(const uint8_t *text, long count, long at);

/// The first place from `from` on, before `to`, at which a byte stands with another one behind it; `to` where there is none.
long bytes_next_pair(const uint8_t *text, long count, long from, long to, uint8_t byte, uint8_t behind);

/// How many of the bytes from one place up to another are a byte, and how many are double quotes.
long bytes_count(const uint8_t *text, long count, long from, long to, uint8_t wanted, long *quotes);

/// Passes lines from the beginning of one on, down to the one that begins at `last`, as long as each has so many delimiters, no quotes,
/// fewer than `longest` bytes and nothing special about it. Answers with the beginning of the first line that was not passed.
long bytes_rows_end(const uint8_t *text, long count, long line, long last, uint8_t delimiter, long wanted, long longest);

/// The same upwards from the beginning of a line, over lines less than `farthest` bytes above it. Answers with the beginning of the
/// topmost line that was passed.
long bytes_rows_start(const uint8_t *text, long count, long line, long farthest, uint8_t delimiter, long wanted, long longest);

/// Whether a text is UTF-8 without control characters but tabs and line ends.
bool bytes_are_clear(const uint8_t *text, long count);

/// A GNU function that Swift's module of the C library does not show.
extern void *memrchr(const void *text, int byte, size_t count);

#endif
