/** Tests of videos. */
@NullMarked
package org.parley.media.video;

import org.jspecify.annotations.NullMarked;
