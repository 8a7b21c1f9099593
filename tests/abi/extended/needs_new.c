/* A program that calls what only the extended library has: today's must not even start it. */
#include <stdio.h>

#include <innoscore/innoscore.h>

int main(void) {
  printf("%d\n", (int)inno_version_number());
  return 0;
}
