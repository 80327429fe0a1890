/** The rules of passwords. */
@NullMarked
package org.parley.auth.password;

import org.jspecify.annotations.NullMarked;
