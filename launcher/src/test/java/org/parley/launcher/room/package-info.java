/** The rooms find what is lost or doubled. */
@NullMarked
package org.parley.launcher.room;

import org.jspecify.annotations.NullMarked;
