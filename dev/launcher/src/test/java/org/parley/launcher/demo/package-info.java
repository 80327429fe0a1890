/** Tests of the demo output. */
@NullMarked
package org.parley.launcher.demo;

import org.jspecify.annotations.NullMarked;
