/** Tests of the text and of the documents that a seed makes. */
@NullMarked
package org.parley.launcher.seed;

import org.jspecify.annotations.NullMarked;
