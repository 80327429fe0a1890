/** Tests of the command line. */
@NullMarked
package org.parley.launcher;

import org.jspecify.annotations.NullMarked;
