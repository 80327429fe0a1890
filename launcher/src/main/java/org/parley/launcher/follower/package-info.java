/** Readers who have threads open while something goes wrong. */
@NullMarked
package org.parley.launcher.follower;

import org.jspecify.annotations.NullMarked;
