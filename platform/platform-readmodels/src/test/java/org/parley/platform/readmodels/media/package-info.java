/** Tests of the addresses of media files. */
@NullMarked
package org.parley.platform.readmodels.media;

import org.jspecify.annotations.NullMarked;
