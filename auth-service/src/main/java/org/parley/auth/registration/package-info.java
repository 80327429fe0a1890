/** How accounts are opened. */
@NullMarked
package org.parley.auth.registration;

import org.jspecify.annotations.NullMarked;
