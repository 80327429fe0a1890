/** Tests of the files. */
@NullMarked
package org.parley.media.file;

import org.jspecify.annotations.NullMarked;
