@NullMarked
package org.parley.auth.account.scim;

import org.jspecify.annotations.NullMarked;
