/** Tests of the example. */
@NullMarked
package org.example.answers;

import org.jspecify.annotations.NullMarked;
