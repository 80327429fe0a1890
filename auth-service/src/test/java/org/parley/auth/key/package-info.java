/** The rules of secrets and keys. */
@NullMarked
package org.parley.auth.key;

import org.jspecify.annotations.NullMarked;
