/** Reloads a service while its code is written. */
@NullMarked
package org.parley.launcher.develop;

import org.jspecify.annotations.NullMarked;
