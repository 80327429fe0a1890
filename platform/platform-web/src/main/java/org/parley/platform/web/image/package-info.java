/** The allowed hosts of embedded images. */
@NullMarked
package org.parley.platform.web.image;

import org.jspecify.annotations.NullMarked;
