/** Tests of pages from which items are left out. */
@NullMarked
package org.parley.social.page;

import org.jspecify.annotations.NullMarked;
