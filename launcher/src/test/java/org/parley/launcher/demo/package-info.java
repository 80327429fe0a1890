/** Tests of how a story is told. */
@NullMarked
package org.parley.launcher.demo;

import org.jspecify.annotations.NullMarked;
