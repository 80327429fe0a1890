/** Tests of paging. */
@NullMarked
package org.parley.platform.web.paging;

import org.jspecify.annotations.NullMarked;
