/** Tests of the addresses of media files. */
@NullMarked
package org.parley.platform.media;

import org.jspecify.annotations.NullMarked;
