@NullMarked
package org.parley.auth.account.group;

import org.jspecify.annotations.NullMarked;
