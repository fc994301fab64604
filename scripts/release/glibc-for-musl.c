/*
 * What Debian's libstdc++ and libgcc want of glibc and musl's libc has not. Both name glibc's loader as the library that
 * brings it: with this in its place, a binary made for Alpine is executed on Debian. Only the checks of a release use it.
 *
 * Compiled without any header, because Debian's describe glibc.
 */
typedef unsigned long size;

struct segment { unsigned type, flags; size offset, address, physical, in_file, in_memory, alignment; };
struct object { size base; const char *name; const struct segment *segments; unsigned short count; };
struct found { unsigned long long flags; void *start, *end, *map, *frames; unsigned long long reserved[7]; };

enum { LOADED = 1, FRAMES = 0x6474e550 };

extern int dl_iterate_phdr(int (*)(struct object *, size, void *), void *);
extern size strftime_l(char *, size, const char *, const void *, void *);
extern long getrandom(void *, size, unsigned);
extern int pthread_key_create(unsigned *, void (*)(void *));
extern void *pthread_getspecific(unsigned);
extern int pthread_setspecific(unsigned, const void *);
extern void *malloc(size);
extern void free(void *);

char __libc_single_threaded = 0;
unsigned __cpu_model[4];

int __cpu_indicator_init(void) { return 0; }

unsigned arc4random(void) {
  unsigned value = 0;
  getrandom(&value, sizeof value, 0);
  return value;
}

size __strftime_l(char *text, size room, const char *format, const void *time, void *locale) {
  return strftime_l(text, room, format, time, locale);
}

struct wanted { size place; struct found *found; };

static int covers(struct object *object, size room, void *data) {
  struct wanted *wanted = data;
  const struct segment *frames = 0;
  size start = 0, end = 0;
  (void)room;
  for (unsigned index = 0; index < object->count; index++) {
    const struct segment *segment = &object->segments[index];
    size from = object->base + segment->address, to = from + segment->in_memory;
    if (segment->type == FRAMES) frames = segment;
    if (segment->type == LOADED && wanted->place >= from && wanted->place < to) start = from, end = to;
  }
  if (end == 0 || frames == 0) return 0;
  wanted->found->start = (void *)start;
  wanted->found->end = (void *)end;
  wanted->found->map = 0;
  wanted->found->frames = (void *)(object->base + frames->address);
  return 1;
}

/* How libgcc finds the frames of a function when an exception is thrown. */
int _dl_find_object(void *place, struct found *found) {
  struct wanted wanted = {(size)place, found};
  return dl_iterate_phdr(covers, &wanted) == 1 ? 0 : -1;
}

struct last_call { void (*run)(void *); void *argument; struct last_call *next; };
static unsigned key;

static void run_all(void *list) {
  for (struct last_call *call = list; call != 0;) {
    struct last_call *next = call->next;
    call->run(call->argument);
    free(call);
    call = next;
  }
}

__attribute__((constructor)) static void make_key(void) { pthread_key_create(&key, run_all); }

/* Destructors of what C++ keeps for each thread. */
int __cxa_thread_atexit_impl(void (*run)(void *), void *argument, void *library) {
  struct last_call *call = malloc(sizeof *call);
  (void)library;
  if (call == 0) return -1;
  call->run = run;
  call->argument = argument;
  call->next = pthread_getspecific(key);
  return pthread_setspecific(key, call);
}
