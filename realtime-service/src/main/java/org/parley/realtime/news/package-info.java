/** Turns what services tell into what clients hear. */
@NullMarked
package org.parley.realtime.news;

import org.jspecify.annotations.NullMarked;
