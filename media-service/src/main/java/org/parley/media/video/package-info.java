/** Videos: their structure, read without decoding them, and their transcoding. */
@NullMarked
package org.parley.media.video;

import org.jspecify.annotations.NullMarked;
