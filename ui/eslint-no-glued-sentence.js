// A sentence is whole in the catalogue, or it cannot be translated: no message is put together with another, or with words.

const isFunction = (node) => /Function/.test(node?.type ?? '');

/** What a variable was made from, or the function of that name. */
function madeFrom({ name }, scope) {
  for (; scope; scope = scope.upper) {
    const node = scope.set.get(name)?.defs[0]?.node;
    if (node) return node.type === 'VariableDeclarator' ? node.init : node;
  }
  return undefined;
}

/** What a function may answer. */
function answers(node) {
  switch (node?.type) {
    case 'BlockStatement':
      return node.body.flatMap(answers);
    case 'IfStatement':
      return [...answers(node.consequent), ...answers(node.alternate)];
    case 'SwitchStatement':
      return node.cases.flatMap((one) => one.consequent.flatMap(answers));
    case 'ReturnStatement':
      return node.argument ? [node.argument] : [];
    default:
      return /Expression|Literal|Identifier/.test(node?.type ?? '') ? [node] : [];
  }
}

/** The parts by which an expression may hold what the program says, as far as one file tells. */
function partsOf(node, scope) {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ArrayExpression':
      return node.elements;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return [node.expression];
    case 'SpreadElement':
      return [node.argument];
    case 'Identifier': {
      const origin = madeFrom(node, scope);
      return isFunction(origin) ? [] : [origin];
    }
    case 'CallExpression': {
      const { callee, arguments: given } = node;
      if (callee.name === '$derived') return given;
      const called = callee.type === 'Identifier' ? madeFrom(callee, scope) : callee;
      if (isFunction(called)) return answers(called.body);
      if (callee.type !== 'MemberExpression') return [];
      if (!/^(map|flatMap)$/.test(callee.property.name)) return [callee.object];
      const makes = given[0]?.type === 'Identifier' ? madeFrom(given[0], scope) : given[0];
      return isFunction(makes) ? answers(makes.body) : [];
    }
    default:
      return [];
  }
}

function isSaid(node, scope, seen = new Set()) {
  if (!node || seen.has(node)) return false;
  seen.add(node);
  const callee = node.type === 'CallExpression' && node.callee;
  if (callee && (callee.name === 'message' || callee.object?.name === 'm')) return true;
  return partsOf(node, scope).some((part) => isSaid(part, scope, seen));
}

export default {
  meta: {
    type: 'problem',
    messages: { glued: 'Make it one whole message with parameters, or a list by listText or factsText.' },
    schema: [],
  },
  create(context) {
    const refuse = (node, ...parts) => {
      const scope = context.sourceCode.getScope(node);
      if (parts.some((part) => isSaid(part, scope))) context.report({ node, messageId: 'glued' });
    };
    return {
      'BinaryExpression[operator="+"]': (node) => refuse(node, node.left, node.right),
      'AssignmentExpression[operator="+="]': (node) => refuse(node, node.right),
      'TemplateLiteral[expressions.length>0]': (node) => refuse(node, ...node.expressions),
      'CallExpression[callee.property.name="join"]': (node) => refuse(node, node.callee.object),
      /** In markup, a message that goes on with something that is none. */
      'SvelteMustacheTag + SvelteMustacheTag, SvelteMustacheTag + SvelteText + SvelteMustacheTag'(node) {
        const before = node.parent.children
          .slice(0, node.parent.children.indexOf(node))
          .findLast(({ type }) => type === 'SvelteMustacheTag');
        const scope = context.sourceCode.getScope(node);
        if (isSaid(node.expression, scope) !== isSaid(before.expression, scope)) {
          context.report({ node, messageId: 'glued' });
        }
      },
    };
  },
};
