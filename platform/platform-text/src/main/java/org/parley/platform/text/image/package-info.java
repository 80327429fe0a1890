/** The allowed hosts of embedded images. */
@NullMarked
package org.parley.platform.text.image;

import org.jspecify.annotations.NullMarked;
