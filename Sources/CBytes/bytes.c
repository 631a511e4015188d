#include "bytes.h"

// What goes over many bytes in one call. Made three times over, for the vectors of 64 and of 32 bytes that a processor may have and for
// what every one has; the program's loader takes the best for the machine it is on.
#if defined(__x86_64__) && defined(__ELF__)
#define BYTES_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BYTES_CLONES
#endif

BYTES_CLONES void bytes_words(const uint8_t *text, long count, long at, long lumps, bytes_kinds *kinds) {
    for (long lump = 0; lump < lumps; lump++) {
        memset(kinds + lump, 0, sizeof *kinds);
        kinds[lump].digits = bytes_digits(text, count, at + lump * 64);
    }
    uint64_t lastWide = 0, lastJoint = 0, lastCapitals = 0;
    for (long lump = 0; lump < lumps; lump++) {
        bytes_kinds *here = kinds + lump;
        uint64_t before = lump == 0 ? 0 : here[-1].digits, after = lump + 1 == lumps ? 0 : here[1].digits;
        if ((before | here->digits | after) == 0) continue;
        bytes_lump bytes = BYTES_LOAD(text, count, at + lump * 64);
        uint64_t capitals = BYTES_BITS(bytes - (uint8_t)'A' < (uint8_t)26);
        here->members = here->digits | BYTES_BITS((bytes | (uint8_t)0x20) - (uint8_t)'a' < (uint8_t)26);
        uint64_t wide = BYTES_BITS(bytes >= (uint8_t)0x80);
        uint64_t joint = BYTES_BITS(bytes == (uint8_t)' ') | BYTES_BITS(bytes == (uint8_t)'-');
        here->separators = wide | joint | BYTES_BITS((bytes - (uint8_t)'.' < (uint8_t)2) | (bytes == (uint8_t)'\n') | (bytes == (uint8_t)'\r'));
        // Of a lump before one with digits the last bytes are known.
        here->fronts = (wide << 1) | lastWide >> 63
            | ((joint << 1 | lastJoint >> 63) & (capitals << 2 | lastCapitals >> 62));
        lastWide = wide;
        lastJoint = joint;
        lastCapitals = capitals;
    }
}

BYTES_CLONES long bytes_digits_sampled(const uint8_t *text, long count, long from, long to) {
    long found = 0;
    for (long at = from; at < to; at += 256) {
        uint64_t digits = BYTES_BITS(BYTES_LOAD(text, count, at) - (uint8_t)'0' < (uint8_t)10);
        if (to - at < 64) digits &= (UINT64_C(1) << (to - at)) - 1;
        found += __builtin_popcountll(digits);
    }
    return found * 4;
}

/// Which of the 64 bytes from a place on belong to an alphabet.
static inline __attribute__((always_inline)) uint64_t bytes_members(
    const uint8_t *text, long count, long at, bytes_alphabet alphabet) {
    bytes_lump bytes = BYTES_LOAD(text, count, at);
    if (alphabet == BYTES_CAPITALS)
        return BYTES_BITS((bytes - (uint8_t)'0' < (uint8_t)10) | (bytes - (uint8_t)'A' < (uint8_t)26));
    return BYTES_BITS(
        (bytes - (uint8_t)'0' < (uint8_t)10) | ((bytes | (uint8_t)0x20) - (uint8_t)'a' < (uint8_t)26) | (bytes == (uint8_t)'+')
        | (bytes == (uint8_t)'/'));
}

/// Of the bits of 64 bytes those from which on so many are set.
static inline __attribute__((always_inline)) uint64_t bytes_runs(uint64_t members, long length) {
    for (long done = 1; done < length && members != 0;) {
        long more = done < length - done ? done : length - done;
        members &= members >> more;
        done += more;
    }
    return members;
}

BYTES_CLONES long bytes_next_run(const uint8_t *text, long count, long from, long to, bytes_alphabet alphabet, long length) {
    // Bytes of the alphabet that end where the next 64 begin.
    long open = 0;
    for (long at = from; at - open < to && at < count; at += 64) {
        uint64_t members = bytes_members(text, count, at, alphabet);
        long lead = members == ~UINT64_C(0) ? 64 : __builtin_ctzll(~members);
        if (open + lead >= length) return at - open;
        uint64_t runs = bytes_runs(members, length);
        if (runs != 0) {
            long found = at + __builtin_ctzll(runs);
            return found < to ? found : to;
        }
        open = lead == 64 ? open + 64 : __builtin_clzll(~members);
    }
    return to;
}

BYTES_CLONES long bytes_next_capitals(const uint8_t *text, long count, long from, long to, long length) {
    // The first of the bytes stands before the first run, the last behind the last.
    for (long at = from; at < to; at += 63 - length) {
        uint64_t members = bytes_members(text, count, at - 1, BYTES_CAPITALS);
        uint64_t runs = bytes_runs(members & ~1, length) & ~(members << 1) & ~(members >> length);
        runs &= (UINT64_C(1) << (64 - length)) - 1;
        if (runs == 0) continue;
        long found = at - 1 + __builtin_ctzll(runs);
        return found < to ? found : to;
    }
    return to;
}

/// Which of 64 bytes begin a character that is written otherwise elsewhere, given that one of them is no ASCII.
static inline __attribute__((always_inline)) uint64_t bytes_unusual(
    const uint8_t *text, long count, long at, const bytes_lump *lump) {
    bytes_lump first = *lump;
    // The letters of most languages begin otherwise.
    if (BYTES_BITS(
            (first == (uint8_t)0xE2) | (first == (uint8_t)0xC2) | (first == (uint8_t)0xE3) | (first == (uint8_t)0xEF)
            | ((first & (uint8_t)0xFE) == (uint8_t)0xCC))
        == 0)
        return 0;
    uint64_t punctuation = BYTES_BITS(first == (uint8_t)0xE2);
    bytes_lump second = BYTES_LOAD(text, count, at + 1), third = BYTES_LOAD(text, count, at + 2);
    return (BYTES_BITS(first == (uint8_t)0xC2) & BYTES_BITS(second == (uint8_t)0xAD))
        | (punctuation & BYTES_BITS(second == (uint8_t)0x80) & BYTES_BITS(third - (uint8_t)0x8B < (uint8_t)9))
        | (punctuation & BYTES_BITS(second == (uint8_t)0x81))
        // What boxes are drawn with.
        | (punctuation & BYTES_BITS((second & (uint8_t)0xFE) == (uint8_t)0x94))
        | (BYTES_BITS(first == (uint8_t)0xE3) & BYTES_BITS(second == (uint8_t)0x80)
            & BYTES_BITS(third == (uint8_t)0x80))
        | BYTES_BITS(first == (uint8_t)0xEF) | BYTES_BITS(first == (uint8_t)0xCC)
        | (BYTES_BITS(first == (uint8_t)0xCD) & BYTES_BITS(second < (uint8_t)0xB0));
}

BYTES_CLONES long bytes_next_unusual(const uint8_t *text, long count, long at) {
    for (; at < count; at += 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
        if (BYTES_BITS(lump >= (uint8_t)0x80) == 0) continue;
        uint64_t found = bytes_unusual(text, count, at, &lump);
        if (found != 0) return at + __builtin_ctzll(found);
    }
    return count;
}

BYTES_CLONES long bytes_next_change(const uint8_t *text, long count, long at) {
    for (; at < count; at += 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
        // The last of them is what commands to terminals begin with.
        uint64_t found = BYTES_BITS(
            (lump == (uint8_t)'&') | (lump == (uint8_t)'\\') | (lump == (uint8_t)'%') | (lump == (uint8_t)0x1B));
        if (BYTES_BITS(lump >= (uint8_t)0x80) != 0) found |= bytes_unusual(text, count, at, &lump);
        if (found != 0) return at + __builtin_ctzll(found);
    }
    return count;
}

BYTES_CLONES long bytes_next_pair(const uint8_t *text, long count, long from, long to, uint8_t byte, uint8_t behind) {
    for (long at = from; at < to; at += 64) {
        uint64_t found = BYTES_BITS(BYTES_LOAD(text, count, at) == byte);
        if (found == 0) continue;
        found &= BYTES_BITS(BYTES_LOAD(text, count, at + 1) == behind);
        if (found == 0) continue;
        long place = at + __builtin_ctzll(found);
        return place < to ? place : to;
    }
    return to;
}

BYTES_CLONES long bytes_count(const uint8_t *text, long count, long from, long to, uint8_t wanted, long *quotes) {
    long found = 0, quoted = 0;
    for (long at = from; at < to; at += 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
        uint64_t part = to - at >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << (to - at)) - 1;
        found += __builtin_popcountll(BYTES_BITS(lump == wanted) & part);
        quoted += __builtin_popcountll(BYTES_BITS(lump == (uint8_t)'"') & part);
    }
    *quotes = quoted;
    return found;
}

/// Whether a line that begins with a byte is better looked at by itself: what is indented, a row of SQL, what may be drawn.
static inline __attribute__((always_inline)) bool bytes_is_special(uint8_t first) {
    switch (first) {
    case ' ': case '\t': case '(': case '-': case '=': case '|': case '+': case ':': case '\\': case '\r': case '\n': return true;
    default: return false;
    }
}

BYTES_CLONES long bytes_rows_end(
    const uint8_t *text, long count, long line, long last, uint8_t delimiter, long wanted, long longest) {
    long delimiters = 0;
    bool hasQuotes = false;
    for (long at = line; at < count; at += 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
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

BYTES_CLONES long bytes_rows_start(
    const uint8_t *text, long count, long line, long farthest, uint8_t delimiter, long wanted, long longest) {
    long top = line, end = line - 1, delimiters = 0;
    bool hasQuotes = false;
    for (long at = line - 65; at > -64 && line - top < farthest; at -= 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
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
static inline __attribute__((always_inline)) bool bytes_follow_utf8(
    const bytes_lump *here, const bytes_lump *before, const bytes_lump *beforeThat, const bytes_lump *farthest) {
    bytes_lump byte = *here, first = *before, second = *beforeThat, third = *farthest;
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

BYTES_CLONES bool bytes_are_clear(const uint8_t *text, long count) {
    bool was_ascii = true;
    // Behind the end there are zeros, which end a character that is cut off.
    for (long at = 0; at < count + 3; at += 64) {
        bytes_lump lump = BYTES_LOAD(text, count, at);
        uint64_t blanks = BYTES_BITS(lump - (uint8_t)'\t' < (uint8_t)2) | BYTES_BITS(lump == (uint8_t)'\r');
        uint64_t controls = BYTES_BITS(lump < (uint8_t)' ') & ~blanks;
        if (at + 64 > count) controls &= count > at ? ~(~UINT64_C(0) << (count - at)) : 0;
        if (controls != 0) return false;
        bool is_ascii = BYTES_BITS(lump >= (uint8_t)0x80) == 0;
        if (!(is_ascii && was_ascii)) {
            bytes_lump first = BYTES_LOAD(text, count, at - 1), second = BYTES_LOAD(text, count, at - 2);
            bytes_lump third = BYTES_LOAD(text, count, at - 3);
            if (!bytes_follow_utf8(&lump, &first, &second, &third)) return false;
        }
        was_ascii = is_ascii;
    }
    return true;
}
