/** Records the answers of a service to a story, as examples of its API document. */
@NullMarked
package org.parley.platform.test.example;

import org.jspecify.annotations.NullMarked;
