/** The hosts whose images readers are shown. */
@NullMarked
package org.parley.platform.web.image;

import org.jspecify.annotations.NullMarked;
