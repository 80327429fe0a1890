@NullMarked
package org.parley.auth.account.sample;

import org.jspecify.annotations.NullMarked;
