/** Counts whose replies are accepted answers. */
@NullMarked
package org.example.answers;

import org.jspecify.annotations.NullMarked;
