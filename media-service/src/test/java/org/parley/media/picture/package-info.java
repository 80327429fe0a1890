/** Tests of the structure of files. */
@NullMarked
package org.parley.media.picture;

import org.jspecify.annotations.NullMarked;
