/** Pages of lists from which items are left out that the reader may not see. */
@NullMarked
package org.parley.social.page;

import org.jspecify.annotations.NullMarked;
