/** The events about media. */
@NullMarked
package org.parley.media.event;

import org.jspecify.annotations.NullMarked;
