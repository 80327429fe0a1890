@NullMarked
package org.parley.auth.account.managed;

import org.jspecify.annotations.NullMarked;
