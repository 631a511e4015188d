extension SourceLanguage {
    static let c = SourceLanguage(
        "source_c", "C",
        own: [
            "#include <stdio.h>", "#include <stdlib.h>", "#include <string.h>", "#include \"", "#define ", "#ifndef ",
            "int main(", "typedef ", "sizeof(", "malloc(", "printf(", "char *", "const char", "unsigned ", "uint32_t",
            "== NULL", "#ifdef ", "extern ", "__attribute__", "uint8_t", "size_t ", "#endif /*", "#include <sys/",
        ],
        shared: ["#include <", "#endif", "static ", "struct ", "void ", "->", "NULL", "return 0;"],
        example: #"""
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>

            struct node {
                struct node *next;
                char *name;
            };

            static struct node *push(struct node *head, const char *name) {
                struct node *fresh = malloc(sizeof(*fresh));
                if (fresh == NULL) {
                    return head;
                }
                fresh->name = strdup(name);
                fresh->next = head;
                return fresh;
            }

            int main(int argc, char **argv) {
                struct node *head = NULL;
                for (int i = 1; i < argc; i++) {
                    head = push(head, argv[i]);
                }
                while (head != NULL) {
                    printf("%s\n", head->name);
                    head = head->next;
                }
                return 0;
            }
            """#)
}
