/** The story of a forum in use, played against a running Parley. */
@NullMarked
package org.parley.launcher.demo;

import org.jspecify.annotations.NullMarked;
