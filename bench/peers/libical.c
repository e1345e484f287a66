/* Expands a workload with libical 3, and prints its tally and the best pass in
 * nanoseconds of processor time.
 *
 * usage: libical WORKLOAD REPEATS
 *        libical --version
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_RULES 10000
#define MAX_DAYS 100000 /* since 1970 */

struct rule {
    char start[16];
    char text[256];
};

struct tally {
    long long dates, checksum, lost;
};

static struct rule rules[MAX_RULES];
static int rule_count;
static char closed[MAX_DAYS];

/* Days from 1970-01-01 to a day after it: whole years, leap days, months. */
static int unix_day(int year, int month, int day)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int past = year - 1;
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int leaps = past / 4 - past / 100 + past / 400 - 477; /* 477 up to 1969 */
    return (year - 1970) * 365 + leaps + before[month - 1] + (leap && month > 2) + day - 1;
}

static int read_workload(const char *path)
{
    FILE *f = fopen(path, "r");
    char line[512], word[16], day[16], text[256];
    if (!f)
        return 0;
    while (fgets(line, sizeof line, f)) {
        text[0] = 0;
        if (sscanf(line, "%15s %15s %255s", word, day, text) < 2)
            continue;
        if (strcmp(word, "rule") == 0 && rule_count < MAX_RULES) {
            strcpy(rules[rule_count].start, day);
            strcpy(rules[rule_count].text, text);
            rule_count++;
        } else if (strcmp(word, "closed") == 0) {
            int n = atoi(day);
            closed[unix_day(n / 10000, n / 100 % 100, n % 100)] = 1;
        }
    }
    fclose(f);
    return 1;
}

static struct tally expand(void)
{
    struct tally sum = {0, 0, 0};
    for (int i = 0; i < rule_count; i++) {
        struct icalrecurrencetype recurrence = icalrecurrencetype_from_string(rules[i].text);
        struct icaltimetype start = icaltime_from_string(rules[i].start);
        icalrecur_iterator *it = icalrecur_iterator_new(recurrence, start);
        if (!it)
            continue; /* the tally will not agree, and that is told */
        for (struct icaltimetype at = icalrecur_iterator_next(it); !icaltime_is_null_time(at);
             at = icalrecur_iterator_next(it)) {
            int day = unix_day(at.year, at.month, at.day);
            sum.dates++;
            sum.checksum += day;
            sum.lost += closed[day];
        }
        icalrecur_iterator_free(it);
    }
    return sum;
}

/* The processor time used so far, in nanoseconds. */
static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int argc, char **argv)
{
    struct tally sum = {0, 0, 0};
    long long best = 0;
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        puts(ICAL_VERSION);
        return 0;
    }
    if (argc != 3 || !read_workload(argv[1]))
        return 1;
    for (int i = 0; i < atoi(argv[2]); i++) {
        long long began = now();
        sum = expand();
        long long took = now() - began;
        if (best == 0 || took < best)
            best = took;
    }
    printf("%lld %lld %lld %lld\n", sum.dates, sum.checksum, sum.lost, best);
    return 0;
}
