import {
  DataTypeNode,
  OperationNodeTransformer,
  RawNode,
  type ColumnDefinitionNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PrimitiveValueListNode,
  type QueryId,
  type RootOperationNode,
  type ValueNode,
} from 'kysely'

// PostgreSQL takes no NUL in a text. It must not vanish either: who signs in as `a\0` is not `a`.
const storable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{FFFD}') : value

class TextTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode, id?: QueryId): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node, id)
    const { dataType } = column
    if (!DataTypeNode.is(dataType) || !/^(?:varchar|text)/.test(dataType.dataType)) return column
    const collation = RawNode.createWithSql('collate "C"')
    return { ...column, frontModifiers: [...(column.frontModifiers ?? []), collation] }
  }

  protected override transformValue(node: ValueNode, id?: QueryId): ValueNode {
    const found = super.transformValue(node, id)
    return { ...found, value: storable(found.value) }
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode, id?: QueryId): PrimitiveValueListNode {
    const found = super.transformPrimitiveValueList(node, id)
    return { ...found, values: found.values.map(storable) }
  }
}

const transformer = new TextTransformer()

/**
 * Makes texts in PostgreSQL what they are in SQLite: compared and put in order by their code points, whatever language
 * the database was made for.
 */
export const postgresqlText: KyselyPlugin = {
  transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
    transformer.transformNode(node, queryId),
  transformResult: ({ result }) => Promise.resolve(result),
}
