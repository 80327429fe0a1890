/** The files as served on the origin of media. */
@NullMarked
package org.parley.media.file;

import org.jspecify.annotations.NullMarked;
