/** The structure of picture files, read without decoding them. */
@NullMarked
package org.parley.media.picture;

import org.jspecify.annotations.NullMarked;
