# The library with debug information, for cmake/abi-dump.sh. From the tree's folder: make -f abi.mk WORK=FOLDER TREE=FOLDER
# Objects stay in WORK: a second call compiles only what has changed. No optimizer: it changes no symbol and no type.
objects := $(patsubst lib/%.c,$(WORK)/objects/%.o,$(wildcard lib/*/*.c))
flags := -std=c11 -g -O0 -fPIC -ffp-contract=off -fvisibility=hidden -DINNO_BUILDING -ffile-prefix-map=$(TREE)=. -Iinclude -Ilib

$(WORK)/libinnoscore.so: $(objects) cmake/innoscore.map
	gcc -shared -Wl,--version-script=cmake/innoscore.map -Wl,--no-undefined-version -Wl,-soname,libinnoscore.so.0 \
	  $(objects) -o $@ -lm

$(WORK)/objects/%.o: lib/%.c
	@mkdir -p $(@D)
	gcc $(flags) -MMD -MP -c $< -o $@

-include $(objects:.o=.d)
