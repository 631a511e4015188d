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

static inline __attribute__((always_inline)) bytes_lump bytes_load(const uint8_t *text, long count, long at) {
    bytes_lump lump;
    if (at >= 0 && at + 64 <= count) {
        memcpy(&lump, text + at, sizeof lump);
        return lump;
    }
    uint8_t edge[64] = {0};
    long first = at < 0 ? 0 : at;
    long last = at + 64 < count ? at + 64 : count;
    if (first < last) memcpy(edge + (first - at), text + first, (size_t)(last - first));
    memcpy(&lump, edge, sizeof lump);
    return lump;
}

/// Which of the 64 bytes from a place on are a byte.
static inline uint64_t bytes_equal(const uint8_t *text, long count, long at, uint8_t wanted) {
    return BYTES_BITS(bytes_load(text, count, at) == wanted);
}

/// Which of the 64 bytes from a place on are digits.
static inline uint64_t bytes_digits(const uint8_t *text, long count, long at) {
    return BYTES_BITS(bytes_load(text, count, at) - (uint8_t)'0' < (uint8_t)10);
}

/// What each of many bytes is, a bit each, in words of 64 bytes.
typedef struct {
    uint64_t digits;
    /// Letters and digits.
    uint64_t members;
    /// What can begin a separator between groups of a number.
    uint64_t gaps;
    /// Before which something stands that may be a separator behind a capital letter.
    uint64_t fronts;
} bytes_kinds;

/// Lumps without a digit, and beside none with one, are left empty.
static inline void bytes_words(const uint8_t *text, long count, long at, long lumps, bytes_kinds *kinds) {
    for (long lump = 0; lump < lumps; lump++) {
        memset(kinds + lump, 0, sizeof *kinds);
        kinds[lump].digits = bytes_digits(text, count, at + lump * 64);
    }
    uint64_t lastWide = 0, lastJoint = 0, lastCapitals = 0;
    for (long lump = 0; lump < lumps; lump++) {
        bytes_kinds *here = kinds + lump;
        uint64_t before = lump == 0 ? 0 : here[-1].digits, after = lump + 1 == lumps ? 0 : here[1].digits;
        if ((before | here->digits | after) == 0) continue;
        bytes_lump bytes = bytes_load(text, count, at + lump * 64);
        uint64_t capitals = BYTES_BITS(bytes - (uint8_t)'A' < (uint8_t)26);
        here->members = here->digits | BYTES_BITS((bytes | (uint8_t)0x20) - (uint8_t)'a' < (uint8_t)26);
        uint64_t wide = BYTES_BITS(bytes >= (uint8_t)0x80);
        uint64_t blank = BYTES_BITS(bytes == (uint8_t)' ');
        uint64_t joint = blank | BYTES_BITS(bytes == (uint8_t)'-');
        // A dash, a dot, a slash; a line end; what no-break spaces and long dashes begin with.
        here->gaps = blank | BYTES_BITS(bytes - (uint8_t)'-' < (uint8_t)3)
            | BYTES_BITS(bytes - (uint8_t)'\n' < (uint8_t)4) | BYTES_BITS((bytes | (uint8_t)0x20) == (uint8_t)0xE2);
        // Of a lump before one with digits the last bytes are known.
        here->fronts = (wide << 1) | lastWide >> 63
            | ((joint << 1 | lastJoint >> 63) & (capitals << 2 | lastCapitals >> 62));
        lastWide = wide;
        lastJoint = joint;
        lastCapitals = capitals;
    }
}

/// Which of the 64 bytes from a place on are capital letters or digits.
static inline uint64_t bytes_capitals(const uint8_t *text, long count, long at) {
    bytes_lump bytes = bytes_load(text, count, at);
    return BYTES_BITS(bytes - (uint8_t)'0' < (uint8_t)10) | BYTES_BITS(bytes - (uint8_t)'A' < (uint8_t)26);
}

/// Which of the 64 bytes from a place on are letters, digits or a part of a character beyond ASCII; which are the last.
static inline uint64_t bytes_letters(const uint8_t *text, long count, long at, uint64_t *wide) {
    bytes_lump bytes = bytes_load(text, count, at);
    *wide = BYTES_BITS(bytes >= (uint8_t)0x80);
    return *wide | BYTES_BITS(bytes - (uint8_t)'0' < (uint8_t)10)
        | BYTES_BITS((bytes | (uint8_t)0x20) - (uint8_t)'a' < (uint8_t)26);
}

/// The next place at which a character can begin that a plain text has otherwise or not at all: a soft hyphen, one without width, one of
/// full width, a mark over the letter before it; `count` where there is none.
static inline long bytes_next_unusual(const uint8_t *text, long count, long at) {
    for (; at < count; at += 64) {
        bytes_lump first = bytes_load(text, count, at);
        if (BYTES_BITS(first >= (uint8_t)0x80) == 0) continue;
        bytes_lump second = bytes_load(text, count, at + 1), third = bytes_load(text, count, at + 2);
        uint64_t punctuation = BYTES_BITS(first == (uint8_t)0xE2);
        uint64_t found = (BYTES_BITS(first == (uint8_t)0xC2) & BYTES_BITS(second == (uint8_t)0xAD))
            | (punctuation & BYTES_BITS(second == (uint8_t)0x80) & BYTES_BITS(third - (uint8_t)0x8B < (uint8_t)5))
            | (punctuation & BYTES_BITS(second == (uint8_t)0x81))
            | (BYTES_BITS(first == (uint8_t)0xE3) & BYTES_BITS(second == (uint8_t)0x80)
                & BYTES_BITS(third == (uint8_t)0x80))
            | BYTES_BITS(first == (uint8_t)0xEF) | BYTES_BITS(first == (uint8_t)0xCC)
            | (BYTES_BITS(first == (uint8_t)0xCD) & BYTES_BITS(second < (uint8_t)0xB0));
        if (found != 0) return at + __builtin_ctzll(found);
    }
    return count;
}

/// Whether a line that begins with a byte is better looked at by itself: what is indented, a row of SQL, what may be drawn.
static inline bool bytes_is_special(uint8_t first) {
    switch (first) {
    case ' ': case '\t': case '(': case '-': case '=': case '|': case '+': case ':': case '\\': case '\r': case '\n': return true;
    default: return false;
    }
}

/// Passes lines from the beginning of one on, down to the one that begins at `last`, as long as each has so many delimiters, no quotes,
/// fewer than `longest` bytes and nothing special about it. Answers with the beginning of the first line that was not passed.
static inline long bytes_rows_end(
    const uint8_t *text, long count, long line, long last, uint8_t delimiter, long wanted, long longest) {
    long delimiters = 0;
    bool hasQuotes = false;
    for (long at = line; at < count; at += 64) {
        bytes_lump lump = bytes_load(text, count, at);
        uint64_t ends = BYTES_BITS(lump == (uint8_t)'\n'), signs = BYTES_BITS(lump == delimiter);
        uint64_t quotes = BYTES_BITS(lump == (uint8_t)'"');
        while (ends != 0) {
            uint64_t before = (ends & (0 - ends)) - 1;
            long end = at + __builtin_ctzll(ends);
            delimiters += __builtin_popcountll(signs & before);
            hasQuotes |= (quotes & before) != 0;
            if (delimiters != wanted || hasQuotes || end - line >= longest || bytes_is_special(text[line])) return line;
            line = end + 1;
            if (line > last) return line;
            delimiters = 0;
            hasQuotes = false;
            signs &= ~before;
            quotes &= ~before;
            ends &= ends - 1;
        }
        delimiters += __builtin_popcountll(signs);
        hasQuotes |= quotes != 0;
        if (at - line >= longest) return line;
    }
    return line;
}

/// The same upwards from the beginning of a line, over lines less than `farthest` bytes above it. Answers with the beginning of the
/// topmost line that was passed.
static inline long bytes_rows_start(
    const uint8_t *text, long count, long line, long farthest, uint8_t delimiter, long wanted, long longest) {
    long top = line, end = line - 1, delimiters = 0;
    bool hasQuotes = false;
    for (long at = line - 65; at > -64 && line - top < farthest; at -= 64) {
        bytes_lump lump = bytes_load(text, count, at);
        uint64_t ends = BYTES_BITS(lump == (uint8_t)'\n'), signs = BYTES_BITS(lump == delimiter);
        uint64_t quotes = BYTES_BITS(lump == (uint8_t)'"');
        while (ends != 0) {
            int place = 63 - __builtin_clzll(ends);
            uint64_t behind = place == 63 ? 0 : ~(uint64_t)0 << (place + 1);
            long first = at + place + 1;
            delimiters += __builtin_popcountll(signs & behind);
            hasQuotes |= (quotes & behind) != 0;
            if (delimiters != wanted || hasQuotes || end - first >= longest || first >= end
                || bytes_is_special(text[first]) || line - top >= farthest)
                return top;
            top = first;
            end = at + place;
            delimiters = 0;
            hasQuotes = false;
            signs &= ~behind;
            quotes &= ~behind;
            ends &= ~((uint64_t)1 << place);
        }
        delimiters += __builtin_popcountll(signs);
        hasQuotes |= quotes != 0;
        if (end - at >= longest) return top;
    }
    return top;
}

/// Whether 64 bytes follow the table of well-formed UTF-8 (Unicode, table 3-7), given those that stand one, two and three bytes before each.
static inline bool bytes_follow_utf8(bytes_lump byte, bytes_lump first, bytes_lump second, bytes_lump third) {
    uint64_t following = BYTES_BITS((byte & (uint8_t)0xC0) == (uint8_t)0x80);
    uint64_t wanted = BYTES_BITS(first >= (uint8_t)0xC0) | BYTES_BITS(second >= (uint8_t)0xE0) | BYTES_BITS(third >= (uint8_t)0xF0);
    uint64_t never = BYTES_BITS((byte & (uint8_t)0xFE) == (uint8_t)0xC0) | BYTES_BITS(byte > (uint8_t)0xF4);
    // What could have been written shorter, half of a pair of UTF-16, what is beyond the last character.
    uint64_t wrong = (BYTES_BITS(first == (uint8_t)0xE0) & BYTES_BITS(byte < (uint8_t)0xA0))
        | (BYTES_BITS(first == (uint8_t)0xED) & BYTES_BITS(byte >= (uint8_t)0xA0))
        | (BYTES_BITS(first == (uint8_t)0xF0) & BYTES_BITS(byte < (uint8_t)0x90))
        | (BYTES_BITS(first == (uint8_t)0xF4) & BYTES_BITS(byte >= (uint8_t)0x90));
    return ((following ^ wanted) | never | wrong) == 0;
}

/// Whether a text is UTF-8 without control characters but tabs and line ends.
static inline bool bytes_are_clear(const uint8_t *text, long count) {
    bool was_ascii = true;
    // Behind the end there are zeros, which end a character that is cut off.
    for (long at = 0; at < count + 3; at += 64) {
        bytes_lump lump = bytes_load(text, count, at);
        uint64_t blanks = BYTES_BITS(lump - (uint8_t)'\t' < (uint8_t)2) | BYTES_BITS(lump == (uint8_t)'\r');
        uint64_t controls = BYTES_BITS(lump < (uint8_t)' ') & ~blanks;
        if (at + 64 > count) controls &= count > at ? ~(~UINT64_C(0) << (count - at)) : 0;
        if (controls != 0) return false;
        bool is_ascii = BYTES_BITS(lump >= (uint8_t)0x80) == 0;
        if (!(is_ascii && was_ascii)
            && !bytes_follow_utf8(
                lump, bytes_load(text, count, at - 1), bytes_load(text, count, at - 2), bytes_load(text, count, at - 3)))
            return false;
        was_ascii = is_ascii;
    }
    return true;
}

/// A GNU function that Swift's module of the C library does not show.
extern void *memrchr(const void *text, int byte, size_t count);

#endif
