/** Tests of how load is made, counted and shown. */
@NullMarked
package org.parley.launcher.bench;

import org.jspecify.annotations.NullMarked;
