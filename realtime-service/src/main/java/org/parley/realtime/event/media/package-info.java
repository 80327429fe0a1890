/** Live events about the media of a user. */
@NullMarked
package org.parley.realtime.event.media;

import org.jspecify.annotations.NullMarked;
